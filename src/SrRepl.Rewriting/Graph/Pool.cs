using System.Runtime.CompilerServices;

namespace SrRepl.Rewriting;

/// <summary>An array that grows: the e-graph keeps every kind of number it needs in one of these, never in objects of its own.</summary>
internal struct Pool<T>(int capacity)
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public readonly ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref _items[index];
    }

    public void Add(T item)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = item;
    }

    public void AddRange(ReadOnlySpan<T> items)
    {
        while (Count + items.Length > _items.Length)
            Array.Resize(ref _items, _items.Length * 2);
        items.CopyTo(_items.AsSpan(Count));
        Count += items.Length;
    }

    public void Clear() => Count = 0;

    public void RemoveLast() => Count--;

    public readonly ReadOnlySpan<T> Slice(int start, int length) => _items.AsSpan(start, length);
}
