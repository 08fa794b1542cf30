namespace DodoUpsell.Emulator.Wire;

/// <summary>Paged lists: zero-based page numbers, ten rows by default, at most one hundred.</summary>
internal static class Paging
{
    private const int DefaultSize = 10;
    private const int MaximumSize = 100;

    public static IEnumerable<T> Page<T>(this IEnumerable<T> rows, QueryInput query)
    {
        var size = Math.Min(query.Int32("page_size") ?? DefaultSize, MaximumSize);
        var skip = (long)(query.Int32("page_number") ?? 0) * size;
        return skip > int.MaxValue ? [] : rows.Skip((int)skip).Take(size);
    }
}
