namespace DodoUpsell.PlanChanges;

/// <summary>
/// Keeps the plans that were read for quotes as long as a quote is valid. The current plan of a quote that is shown is
/// taken from here: its name and catalogue price are for display only.
/// </summary>
/// <remarks>Nothing that is checked or sent comes from here.</remarks>
internal sealed class RecentProducts(TimeProvider clock)
{
    // More plans than any catalogue has in use. It limits the memory if an app quotes arbitrary ids.
    private const int MaxCount = 256;

    private readonly object _gate = new();
    private readonly Dictionary<string, Read> _reads = new(StringComparer.Ordinal);

    /// <summary>Returns the product if it was read within the given time; otherwise null.</summary>
    public Product? Find(string productId, TimeSpan within)
    {
        lock (_gate)
        {
            if (!_reads.TryGetValue(productId, out var read))
                return null;
            var age = clock.GetUtcNow() - read.At;
            return age >= TimeSpan.Zero && age <= within ? read.Product : null;
        }
    }

    public void Keep(Product product)
    {
        lock (_gate)
        {
            if (_reads.Count >= MaxCount)
                _reads.Clear();
            _reads[product.ProductId] = new(product, clock.GetUtcNow());
        }
    }

    private sealed record Read(Product Product, DateTimeOffset At);
}
