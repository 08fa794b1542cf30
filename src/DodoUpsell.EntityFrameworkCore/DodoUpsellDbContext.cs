using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>
/// A database context that contains only the tables of DodoUpsell, for apps without a context of their own.
/// </summary>
/// <remarks>Configure it with <c>UseEntityFrameworkStore(options => options.UseNpgsql(…))</c>.</remarks>
public sealed class DodoUpsellDbContext : DbContext
{
    /// <summary>Creates a context with the given options.</summary>
    public DodoUpsellDbContext(DbContextOptions<DodoUpsellDbContext> options)
        : base(options) { }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.UseDodoUpsells();
    }
}
