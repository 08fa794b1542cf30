using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>The shop's own tables, with the tables of DodoUpsell beside them in the same database.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Shopper> Shoppers => Set<Shopper>();

    public DbSet<Access> Access => Set<Access>();

    public DbSet<Revocation> Revocations => Set<Revocation>();

    /// <summary>Adds a shopper, or returns the stored one if a second click was faster.</summary>
    public async Task<Shopper> AddShopperAsync(string userId, string customerId, CancellationToken cancellationToken)
    {
        var added = Add(new Shopper { UserId = userId, CustomerId = customerId });
        try
        {
            await SaveChangesAsync(cancellationToken);
            return added.Entity;
        }
        catch (DbUpdateException)
        {
            added.State = EntityState.Detached;
            return await Shoppers.SingleAsync(shopper => shopper.UserId == userId, cancellationToken);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseDodoUpsells();
}
