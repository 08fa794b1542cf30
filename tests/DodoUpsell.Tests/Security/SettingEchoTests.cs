using DodoUpsell.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Security;

/// <summary>A key in the wrong place must not travel on in the message that says so.</summary>
public sealed class SettingEchoTests
{
    private const string Key = "sk_live_CANARY5f1c9e";

    [Theory]
    [InlineData("Environment", Key)]
    [InlineData("BaseAddress", Key)]
    [InlineData("BaseAddress", "skliveCANARY5f1c9e:x")]
    [InlineData("BaseAddress", "http://" + Key + "/")]
    [InlineData("BaseAddress", "https://test.dodopayments.com/" + Key + "?x=1")]
    [InlineData("BaseAddress", "https://" + Key + "@test.dodopayments.com/")]
    [InlineData("TotalTimeout", Key)]
    [InlineData("MaxRetries", Key)]
    [InlineData("RateLimit", Key)]
    [InlineData("WebhookSecrets", Key)]
    [InlineData("WebhookSecrets:0", Key)]
    [InlineData("Webhooks:RunInBackground", Key)]
    [InlineData("Webhooks:RetryDelays:0", Key)]
    [InlineData("Charging:WaitBudget", Key)]
    [InlineData(Key, "1")]
    [InlineData("Charging:" + Key, "1")]
    [InlineData("ApiKey", Key + "\u00e9")]
    public void A_key_in_a_wrong_setting_is_not_repeated(string setting, string value)
    {
        var settings = new Dictionary<string, string?>
        {
            ["DodoUpsell:ApiKey"] = The.ApiKey,
            ["DodoUpsell:Environment"] = "Test",
            [$"DodoUpsell:{setting}"] = value,
        };
        var services = new ServiceCollection();
        services.AddDodoUpsells(
            new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("DodoUpsell")
        );
        using var provider = services.BuildServiceProvider();

        var e = Record.Exception(() => provider.GetRequiredService<IDodoClient>());

        Assert.NotNull(e);
        Assert.DoesNotContain("CANARY", e.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("DodoUpsell:", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_the_variable_of_the_address_is_not_repeated()
    {
        var e = Assert.Throws<ArgumentException>(() =>
            EnvironmentVariables.FillIn(
                The.Options().WithoutAddress(),
                name => name == EnvironmentVariables.BaseUrl ? Key : null
            )
        );

        Assert.DoesNotContain(Key, e.Message, StringComparison.Ordinal);
        Assert.Contains(EnvironmentVariables.BaseUrl, e.Message, StringComparison.Ordinal);
    }
}

file static class OptionsWithoutAddress
{
    public static DodoUpsellOptions WithoutAddress(this DodoUpsellOptions options)
    {
        options.BaseAddress = null;
        return options;
    }
}
