using System.Buffers;

namespace SrRepl.Language;

/// <summary>A stack in a borrowed array: it grows at no cost to the collector, which a formula of a megabyte would otherwise keep busy.</summary>
internal sealed class Pile<T> : IDisposable
{
    private const int Smallest = 16;

    private T[] _items;
    private int _used;

    /// <summary>An empty pile with room for so many.</summary>
    public Pile(int room = Smallest)
    {
        _items = ArrayPool<T>.Shared.Rent(room);
    }

    public int Count { get; private set; }

    public ref T this[Index index] => ref _items[index.GetOffset(Count)];

    public void Add(T item)
    {
        if (Count == _items.Length)
            Grow();
        _items[Count++] = item;
        _used = Math.Max(_used, Count);
    }

    /// <summary>What lies from a place on.</summary>
    public ReadOnlySpan<T> From(int place) => _items.AsSpan(place, Count - place);

    /// <summary>Takes off what lies from a place on.</summary>
    public void Cut(int place) => Count = place;

    /// <summary>Gives the array back; the pile is of no more use.</summary>
    public void Dispose()
    {
        Array.Clear(_items, 0, _used);
        ArrayPool<T>.Shared.Return(_items);
        _items = [];
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(2 * Count);
        _items.AsSpan(0, Count).CopyTo(larger);
        Array.Clear(_items, 0, _used);
        ArrayPool<T>.Shared.Return(_items);
        _items = larger;
    }
}
