using DodoUpsell.StoreTests.Support;
using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.StoreTests;

/// <summary>Tests that the script in the documentation creates exactly the tables that the store uses.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("Host=nowhere", "store.postgresql.sql")]
    [InlineData("Data Source=nowhere", "store.sqlite.sql")]
    public async Task The_documented_script_is_the_model(string connectionString, string script)
    {
        await using var node = new Node(connectionString);
        await using var context = node.CreateDbContext();
        var path = RepositoryFolder.PathOf("docs", script);
        var actual = context.Database.GenerateCreateScript().ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("DODOUPSELL_ACCEPT_SCHEMA") == "1")
            await File.WriteAllTextAsync(path, actual);

        Assert.Equal((await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"), actual);
    }
}
