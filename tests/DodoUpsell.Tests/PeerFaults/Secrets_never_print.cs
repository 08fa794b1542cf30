using System.Text.Json;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 14: the options printed the API key and the webhook secret.</summary>
public sealed class Secrets_never_print
{
    private const string Canary = "CANARY_7d3e";

    [Fact]
    public void Options_and_secrets_show_nothing_in_text_or_JSON()
    {
        var options = new DodoUpsellOptions
        {
            ApiKey = Canary,
            Environment = DodoEnvironment.Test,
            WebhookSecrets = { Canary },
        };

        Assert.DoesNotContain(Canary, options.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, options.ApiKey.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, $"{options.ApiKey} {options.WebhookSecrets[0]}", StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, JsonSerializer.Serialize(options), StringComparison.Ordinal);
        Assert.Equal(Canary, options.ApiKey.Reveal());
    }

    [Fact]
    public void Models_show_their_type_and_no_content()
    {
        var session = new CheckoutSession { SessionId = "cks_1", ClientSecret = Canary };
        var customer = new Customer
        {
            CustomerId = "cus_1",
            Email = Canary,
            Metadata = new() { ["note"] = Canary },
        };

        Assert.Equal("CheckoutSession", session.ToString());
        Assert.Equal("Customer", customer.ToString());
        Assert.DoesNotContain(Canary, customer.Metadata.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            Canary,
            new UpdateCustomerRequest { Name = Canary }.Name.ToString(),
            StringComparison.Ordinal
        );
    }
}
