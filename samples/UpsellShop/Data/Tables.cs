using Microsoft.EntityFrameworkCore;

namespace UpsellShop.Data;

/// <summary>Creates the tables. A real shop uses migrations.</summary>
internal static class Tables
{
    /// <param name="services">The services of the shop.</param>
    /// <param name="startAgain">Whether to forget everything: an emulator inside the program has forgotten it, too.</param>
    public static async Task CreateTablesAsync(this IServiceProvider services, bool startAgain)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ShopContext>().Database;
        if (startAgain)
            await database.EnsureDeletedAsync();
        await database.EnsureCreatedAsync();
    }
}
