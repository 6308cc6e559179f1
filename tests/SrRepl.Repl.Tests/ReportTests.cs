namespace SrRepl.Repl.Tests;

/// <summary>The page that report writes, in a browser: what a reader does with it, and that it asks nobody for anything.</summary>
public sealed class ReportTests
{
    private const string Front = "table.formulas";
    private const string LastRow = $"[...document.querySelector('{Front}').querySelectorAll('tr.formula')].at(-1)";

    [ChromiumFact]
    public async Task A_report_sorts_opens_and_explains_without_a_word_to_the_network()
    {
        using var folder = new TemporaryFolder();
        folder.Write("front.csv", "Complexity,Loss,Equation\n1,1.51,\"x0\"\n3,0.402,\"x0 * 2.0\"\n6,1.1e-13,\"(x0 * 2.0) - sin(x1)\"\n");
        var ran = SrProcess.RunIn(folder.Path, "", "-e", """
            let front = load "front.csv"
            let kernel = expr "x0*sin(x1)/2.5" |> quantize ap_fixed<12,6>
            let points = sample "jets" { rows = 20; seed = 1 }
            report "page.html"
            """);
        ran.Error.ShouldBe("");
        ran.Output.ShouldBe("wrote page.html: 4 formulas\n");

        using var browser = await Chromium.Start();
        await browser.Open(Path.Combine(folder.Path, "page.html"));
        (await Number("document.querySelectorAll('section').length")).ShouldBe(3);

        // A click sorts, a second one the other way; the equation's column sorts as text.
        (await Losses()).ShouldBe(["1.510", "0.4020", "1.100e-13"], "in the front's order");
        await Click($"[...document.querySelectorAll('{Front} th button')].find(b => b.textContent === 'loss')");
        (await Losses()).ShouldBe(["1.100e-13", "0.4020", "1.510"]);
        await Click($"[...document.querySelectorAll('{Front} th button')].find(b => b.textContent === 'loss')");
        (await Losses()).ShouldBe(["1.510", "0.4020", "1.100e-13"]);
        (await Text($"document.querySelector('{Front} th[aria-sort]').getAttribute('aria-sort')")).ShouldBe("descending");

        // The pointer on a row shows the formula with its cost by operator.
        (await Text("String(document.getElementById('tip').hidden)")).ShouldBe("true");
        await browser.Evaluate($"(() => {{ const r = {LastRow}; r.scrollIntoView(); const b = r.getBoundingClientRect(); window.at = [b.x + 40, b.y + 8]; return 1; }})()");
        await browser.Send("Input.dispatchMouseEvent", new { type = "mouseMoved", x = await Number("at[0]"), y = await Number("at[1]") });
        (await Text("String(document.getElementById('tip').hidden)")).ShouldBe("false");
        (await Text("document.getElementById('tip').textContent")).ShouldContain("LUT");

        // A click opens the tree; its tabs show ranges and types, and the lines of HLS.
        await Click(LastRow);
        (await Number("document.querySelectorAll('tr.detail svg rect.box').length")).ShouldBeGreaterThan(2);
        await Click("[...document.querySelectorAll('tr.detail .tabs button')].find(b => b.textContent === 'ranges and types')");
        (await Text("document.querySelector('tr.detail .pane').textContent")).ShouldContain("ap_fixed<");
        await Click("[...document.querySelectorAll('tr.detail .tabs button')].find(b => b.textContent === 'HLS')");
        (await Text("document.querySelector('tr.detail pre').textContent")).ShouldContain("y[0] = ");
        await Click(LastRow);
        (await Number("document.querySelectorAll('tr.detail').length")).ShouldBe(0);

        // The same without a mouse: Enter on the row's button opens it, an arrow goes from tab to tab.
        await browser.Evaluate($"{LastRow}.querySelector('button').focus(), 1");
        await Key("Enter");
        (await Text($"{LastRow}.querySelector('button').getAttribute('aria-expanded')")).ShouldBe("true");
        await browser.Evaluate("document.querySelector('[role=tab]').focus(), 1");
        await Key("ArrowLeft");
        (await Text("document.querySelector('[aria-selected=true]').textContent")).ShouldBe("HLS");
        (await Text("document.querySelector('[role=tabpanel]').getAttribute('aria-label')")).ShouldBe("HLS");
        (await Number("document.querySelectorAll('button:not([aria-label])').length - [...document.querySelectorAll('button:not([aria-label])')].filter(b => b.textContent).length")).ShouldBe(0, "a button without a name");

        // As the system is, and the other way at the reader's wish.
        (await Text("document.documentElement.dataset.theme")).ShouldBe("light");
        await browser.Send("Emulation.setEmulatedMedia", new { features = new[] { new { name = "prefers-color-scheme", value = "dark" } } });
        await browser.Until("document.documentElement.dataset.theme === 'dark'");
        await Click("document.getElementById('theme')");
        (await Text("document.documentElement.dataset.theme")).ShouldBe("light");

        // On a phone nothing is wider than the screen but what scrolls by itself, and the formulas are on it.
        await browser.Send("Emulation.setDeviceMetricsOverride", new { width = 360, height = 740, deviceScaleFactor = 2, mobile = true });
        (await Number("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await Number($"{LastRow}.querySelector('.equation').getBoundingClientRect().right")).ShouldBeLessThanOrEqualTo(360);
        (await Number($"{LastRow}.querySelector('.equation').getBoundingClientRect().width")).ShouldBeGreaterThan(250);

        // On paper it is dark on white, whatever the screen is.
        await browser.Evaluate("document.documentElement.dataset.theme = 'dark'");
        await browser.Send("Emulation.setEmulatedMedia", new { media = "print" });
        (await Text("getComputedStyle(document.body).color")).ShouldBe("rgb(27, 31, 36)");

        browser.Events.Where(e => e["method"]!.GetValue<string>() is "Runtime.exceptionThrown" or "Log.entryAdded" or "Runtime.consoleAPICalled").ShouldBeEmpty();
        browser.Events.Where(e => e["method"]!.GetValue<string>() == "Network.requestWillBeSent").Select(e => e["params"]!["request"]!["url"]!.GetValue<string>())
            .Where(url => !url.StartsWith("data:")).ShouldAllBe(url => url.EndsWith("/page.html"));

        async Task<double> Number(string code) => (await browser.Evaluate(code)).GetValue<double>();
        async Task<string> Text(string code) => (await browser.Evaluate(code)).GetValue<string>();
        async Task Click(string element) => await browser.Evaluate($"({element}).click(), 1");
        async Task Key(string key)
        {
            await browser.Send("Input.dispatchKeyEvent", new { type = "keyDown", key, code = key, text = key == "Enter" ? "\r" : "" });
            await browser.Send("Input.dispatchKeyEvent", new { type = "keyUp", key, code = key });
        }
        async Task<string[]> Losses() =>
            (await Text($"[...document.querySelector('{Front}').querySelectorAll('tr.formula')].map(r => r.cells[1].textContent).join(' ')")).Split(' ');
    }
}
