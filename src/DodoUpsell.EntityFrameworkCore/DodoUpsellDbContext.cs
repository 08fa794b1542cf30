using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell;

/// <summary>A context with the tables of DodoUpsell and nothing else, for apps that have none of their own.</summary>
/// <remarks>Configure it with <c>UseEntityFrameworkStore(options => options.UseNpgsql(…))</c>.</remarks>
public sealed class DodoUpsellDbContext : DbContext
{
    /// <summary>A context with these options.</summary>
    public DodoUpsellDbContext(DbContextOptions<DodoUpsellDbContext> options)
        : base(options)
    {
    }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);

        // A second click fails to insert a claim, which is how it is noticed and no error. What is one reaches the caller.
        optionsBuilder.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)));
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.UseDodoUpsells();
    }
}
