using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.StoreTests.Registration;

/// <summary>An app's own context, with conventions and settings that the SDK's tables must cope with.</summary>
internal sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options)
{
    public DbSet<ShopOrder> Orders => Set<ShopOrder>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(20);
        configurationBuilder.Properties<DateTime>().HaveColumnType("timestamp without time zone");
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("shop");
        modelBuilder.UseDodoUpsells(schema: "billing");
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType != typeof(ShopOrder)))
        {
            type.SetQueryFilter("habit", (System.Linq.Expressions.LambdaExpression)NobodySees(type.ClrType));
        }
    }

    private static System.Linq.Expressions.LambdaExpression NobodySees(Type type) =>
        System.Linq.Expressions.Expression.Lambda(
            System.Linq.Expressions.Expression.Constant(false),
            System.Linq.Expressions.Expression.Parameter(type)
        );
}

internal sealed class ShopOrder
{
    public int Id { get; init; }

    public required string Product { get; init; }
}

/// <summary>A context whose model does not have the SDK's tables.</summary>
internal sealed class ForgetfulDbContext(DbContextOptions<ForgetfulDbContext> options) : DbContext(options);
