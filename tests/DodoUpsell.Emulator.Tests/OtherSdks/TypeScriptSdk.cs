using System.Text.Json.Nodes;
using DodoUpsell.TestKit;

namespace DodoUpsell.Emulator.Tests.OtherSdks;

/// <summary>The official TypeScript SDK, run in Node against an emulator's server.</summary>
internal static class TypeScriptSdk
{
    /// <returns>What each step gave, by the step's name.</returns>
    public static async Task<IReadOnlyDictionary<string, JsonNode?>> RunAsync(Uri address, string story)
    {
        using var node = NodeScript.Start(
            "The official TypeScript SDK",
            "typescript-sdk.mjs",
            "dodopayments",
            address.AbsoluteUri.TrimEnd('/'),
            story,
            DemoSeed.CustomerWithCards,
            DemoSeed.GoodCard,
            DemoSeed.Ebook,
            DemoSeed.BasicSubscription,
            DemoSeed.ProPlan
        );
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, $"{story}: {output}{await errors}");
        return output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(step => step["step"]!.GetValue<string>(), step => step["result"], StringComparer.Ordinal);
    }
}
