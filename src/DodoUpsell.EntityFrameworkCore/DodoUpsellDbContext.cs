using Microsoft.EntityFrameworkCore;

namespace DodoUpsell;

/// <summary>A context with the tables of DodoUpsell and nothing else, for apps that have none of their own.</summary>
/// <remarks>Configure it with <c>UseEntityFrameworkStore(options => options.UseNpgsql(…))</c>.</remarks>
public sealed class DodoUpsellDbContext : DbContext
{
    /// <summary>A context with these options.</summary>
    public DodoUpsellDbContext(DbContextOptions<DodoUpsellDbContext> options)
        : base(options) { }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.UseDodoUpsells();
    }
}
