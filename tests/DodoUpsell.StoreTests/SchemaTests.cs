using DodoUpsell.StoreTests.Support;
using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.StoreTests;

/// <summary>Tests that the script in the documentation creates exactly the tables that the store uses.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task The_documented_script_is_the_model()
    {
        await using var node = new Node("Host=nowhere");
        await using var context = node.CreateDbContext();
        var path = RepositoryFolder.PathOf("docs", "store.postgresql.sql");
        var actual = context.Database.GenerateCreateScript().ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DODOUPSELL_ACCEPT_SCHEMA") == "1")
            await File.WriteAllTextAsync(path, actual);

        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), actual);
    }
}
