using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SrRepl.Tests;

namespace SrRepl.Repl.Tests;

/// <summary>A browser without a window, driven by the DevTools protocol over its WebSocket. One page.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new(Patience);
    private readonly byte[] _buffer = new byte[1 << 16];
    private string? _session;
    private int _sent;

    private Chromium(Process process, string profile)
    {
        _process = process;
        _profile = profile;
    }

    /// <summary>The program's name, or null where there is none.</summary>
    public static string? Program { get; } = new[] { "chromium", "chromium-browser", "google-chrome" }.FirstOrDefault(Tool.Exists);

    /// <summary>Everything the page told about itself: console, exceptions, requests.</summary>
    public List<JsonNode> Events { get; } = [];

    /// <summary>Starts it with an empty page.</summary>
    public static async Task<Chromium> Start()
    {
        var profile = Directory.CreateTempSubdirectory("sr-chromium-").FullName;
        var start = new ProcessStartInfo(Program!,
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", $"--user-data-dir={profile}", "--remote-debugging-port=0", "about:blank",
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var browser = new Chromium(Process.Start(start)!, profile);
        await browser.Connect();
        return browser;
    }

    /// <summary>Opens a file and waits until its script is through.</summary>
    public async Task Open(string path)
    {
        await Send("Page.navigate", new { url = new Uri(path).AbsoluteUri });
        await Until("document.documentElement?.dataset.ready === 'yes'");
    }

    /// <summary>Waits until something holds in the page: what the browser tells it comes when it is its turn.</summary>
    public async Task Until(string condition)
    {
        while (!(await Evaluate(condition)).GetValue<bool>())
            await Task.Delay(20, _stop.Token);
    }

    /// <summary>The value of a piece of JavaScript in the page.</summary>
    public async Task<JsonValue> Evaluate(string code)
    {
        var answer = await Send("Runtime.evaluate", new { expression = code, returnByValue = true });
        answer["exceptionDetails"].ShouldBeNull($"{code}\n{answer}");
        return answer["result"]!["value"]!.AsValue();
    }

    /// <summary>Sends a command to the page and gives its answer; events that come between are kept.</summary>
    public async Task<JsonNode> Send(string method, object? parameters = null)
    {
        var id = ++_sent;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = JsonSerializer.SerializeToNode(parameters ?? new { }) };
        if (_session is not null)
            message["sessionId"] = _session;
        await _socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString()), WebSocketMessageType.Text, true, _stop.Token);
        while (true)
        {
            var received = await Receive();
            if (received["id"]?.GetValue<int>() == id)
                return received["result"] ?? throw new InvalidOperationException($"{method}: {received}");
            if (received["method"] is not null)
                Events.Add(received);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        // A helper of the browser may still write there: what is left, the system's own tidying takes.
        try
        {
            Directory.Delete(_profile, recursive: true);
        }
        catch (IOException)
        {
        }
    }

    private async Task Connect()
    {
        const string Listening = "DevTools listening on ";
        string? line;
        do
            line = await _process.StandardError.ReadLineAsync(_stop.Token) ?? throw new InvalidOperationException($"{Program} ended without listening");
        while (!line.StartsWith(Listening, StringComparison.Ordinal));
        _ = _process.StandardError.ReadToEndAsync(_stop.Token);
        await _socket.ConnectAsync(new Uri(line[Listening.Length..]), _stop.Token);
        var page = await Send("Target.createTarget", new { url = "about:blank" });
        var attached = await Send("Target.attachToTarget", new { targetId = page["targetId"]!.GetValue<string>(), flatten = true });
        _session = attached["sessionId"]!.GetValue<string>();
        foreach (var domain in new[] { "Runtime", "Log", "Network", "Page" })
            await Send($"{domain}.enable");
    }

    private async Task<JsonNode> Receive()
    {
        using var message = new MemoryStream();
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(_buffer.AsMemory(), _stop.Token);
            message.Write(_buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(message.ToArray())!;
    }
}

/// <summary>A test that needs a browser, and is skipped with a reason where there is none.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    /// <summary>Skips without a browser.</summary>
    public ChromiumFactAttribute()
    {
        if (Chromium.Program is null)
            Skip = "chromium is not installed";
    }
}
