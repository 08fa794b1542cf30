using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Xml;

namespace DodoUpsell.Emulator.Tool;

/// <summary>
/// The options of the command: the port, the initial state, and each point on which the API's documentation is silent.
/// </summary>
internal sealed class ToolOptions
{
    private const int DefaultPort = 4010;
    private const int MostPercent = 1000;

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1. 0 selects a free port.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = ReadPort,
    };

    private readonly Option<EmulatorSeed> _seed = new("--seed")
    {
        Description = "The initial state.",
        DefaultValueFactory = _ => EmulatorSeed.Demo,
    };

    private readonly Option<string?> _apiKey = new("--api-key")
    {
        Description = "The API key that requests must carry. Default: any.",
    };

    private readonly Option<Uri?> _webhookUrl = new("--webhook-url")
    {
        Description = "The URL to which events are sent. Default: none.",
        CustomParser = ReadAddress,
    };

    private readonly Option<string?> _webhookSecret = new("--webhook-secret")
    {
        Description =
            $"The secret that webhooks are signed with: whsec_ and base64. Default: "
            + $"{EmulatedWebhook.DefaultSecret}, which is printed.",
    };

    private readonly Option<bool> _webhookShuffle = new("--webhook-shuffle")
    {
        Description = "Send webhooks that are due together in a random order.",
    };

    private readonly Option<bool> _webhookDuplicate = new("--webhook-duplicate")
    {
        Description = "Send every webhook twice.",
    };

    private readonly Option<bool> _webhookSnapshot = new("--webhook-snapshot")
    {
        Description = "Send the object as it was at the event. Default: as it is when the webhook is sent.",
    };

    private readonly Option<PaymentSettlement> _settlement = new("--settlement")
    {
        Description = "When a charge leaves `processing`: `immediate`, `reads:N` or `clock:PT2S`.",
        DefaultValueFactory = _ => PaymentSettlement.AfterReads(1),
        CustomParser = ReadSettlement,
    };

    private readonly Option<PaymentSettlement> _pageSettlement = new("--page-settlement")
    {
        Description = "When a payment on a page becomes final: the same values as --settlement.",
        DefaultValueFactory = _ => PaymentSettlement.Immediate,
        CustomParser = ReadSettlement,
    };

    private readonly Option<bool> _keepWaitingPayments = new("--keep-waiting-payments")
    {
        Description = "Never cancel a payment that waits for the customer.",
    };

    private readonly Option<TimeSpan> _listingLag = new("--listing-lag")
    {
        Description = "The age at which a payment appears in `GET /payments`, such as PT30M. Default: no delay.",
        CustomParser = ReadLag,
    };

    private readonly Option<bool> _omitPreviewTotals = new("--omit-preview-totals")
    {
        Description = "Omit the amount that is due now from previews.",
    };

    private readonly Option<bool> _requireBillingAddress = new("--require-billing-address")
    {
        Description = "Require a billing address for a one-click checkout.",
    };

    private readonly Option<string> _foreignPaymentMethodCode = new("--foreign-payment-method-code")
    {
        Description = "The error code for a payment method of another customer.",
        DefaultValueFactory = _ => new DodoEmulatorOptions().ForeignPaymentMethodCode,
    };

    private readonly Option<decimal> _taxPercent = new("--tax-percent")
    {
        Description = "A flat tax on every sale, such as 7.5. Default: 0.",
        CustomParser = ReadPercent,
    };

    private readonly Option<bool> _ignoreCustomerDiscountLimits = new("--ignore-customer-discount-limits")
    {
        Description = "Ignore the per-customer and first-time limits of discounts.",
    };

    private readonly Option<int> _idSeed = new("--id-seed")
    {
        Description = "The seed of ids: the same calls give the same ids.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<Uri?> _hostedPageAddress = new("--hosted-page-address")
    {
        Description = "The base URL of the hosted pages. Default: the URL that the request was sent to.",
        CustomParser = ReadAddress,
    };

    private readonly Option<string[]> _allowHost = new("--allow-host")
    {
        Description =
            "A host name that the server accepts besides those of loopback, for example "
            + "host.docker.internal. May be given more than once.",
        DefaultValueFactory = _ => [],
    };

    private readonly SubscriptionOptions _subscriptions = new();

    public ToolOptions()
    {
        _webhookSecret.Validators.Add(result =>
            Refuse(
                result,
                _webhookSecret,
                secret => !IsSecret(secret),
                "a secret must be base64, with or without the prefix `whsec_`"
            )
        );
        _allowHost.Validators.Add(result =>
            Refuse(
                result,
                _allowHost,
                hosts => hosts.Any(host => Uri.CheckHostName(host) is UriHostNameType.Unknown),
                "a host name has no scheme and no port"
            )
        );
    }

    public void AddTo(RootCommand command)
    {
        Option[] all =
        [
            _port,
            _seed,
            _apiKey,
            _webhookUrl,
            _webhookSecret,
            _webhookShuffle,
            _webhookDuplicate,
            _webhookSnapshot,
            _settlement,
            _pageSettlement,
            _keepWaitingPayments,
            _listingLag,
            _omitPreviewTotals,
            _requireBillingAddress,
            _foreignPaymentMethodCode,
            _taxPercent,
            _ignoreCustomerDiscountLimits,
            _idSeed,
            _hostedPageAddress,
            _allowHost,
        ];
        foreach (var option in all.Concat(_subscriptions.All))
            command.Options.Add(option);
    }

    public ToolSettings Read(ParseResult result) =>
        new(
            result.GetValue(_port),
            TellsSecret(result),
            new DodoEmulatorOptions
            {
                // Hosted pages and clients need time to pass.
                TimeSource = TimeProvider.System,
                Seed = result.GetValue(_seed),
                ApiKey = result.GetValue(_apiKey),
                Webhook = Webhook(result),
                SnapshotWebhookData = result.GetValue(_webhookSnapshot),
                Settlement = result.GetValue(_settlement)!,
                PageSettlement = result.GetValue(_pageSettlement)!,
                KeepWaitingPayments = result.GetValue(_keepWaitingPayments),
                ListingLag = result.GetValue(_listingLag),
                OmitPreviewTotals = result.GetValue(_omitPreviewTotals),
                RequireBillingAddressForOneClick = result.GetValue(_requireBillingAddress),
                ForeignPaymentMethodCode = result.GetValue(_foreignPaymentMethodCode)!,
                TaxPercent = result.GetValue(_taxPercent),
                IgnoreCustomerDiscountLimits = result.GetValue(_ignoreCustomerDiscountLimits),
                IdSeed = result.GetValue(_idSeed),
                HostedPageAddress = result.GetValue(_hostedPageAddress),
                AllowedHosts = result.GetValue(_allowHost)!,
                Subscriptions = _subscriptions.Read(result),
            }
        );

    private static void Refuse<T>(OptionResult result, Option<T> option, Func<T, bool> isWrong, string message)
    {
        if (result.GetValueOrDefault<T>() is { } value && isWrong(value))
            result.AddError($"{option.Name}: {message}.");
    }

    private static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return port;

        result.AddError($"--port: `{text}` is not a number from 0 to 65535.");
        return DefaultPort;
    }

    // Independent of the culture, so that a command means the same on every machine: in a culture whose group separator
    // is the point, 7.5 would be read as 75.
    private static decimal ReadPercent(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent <= MostPercent
        )
            return percent;

        result.AddError($"--tax-percent: `{text}` is not a number from 0 to {MostPercent} such as 7.5.");
        return 0;
    }

    private static PaymentSettlement? ReadSettlement(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        try
        {
            return text.Split(':', 2) switch
            {
                ["immediate"] => PaymentSettlement.Immediate,
                ["reads", var reads] => PaymentSettlement.AfterReads(
                    int.Parse(reads, NumberStyles.None, CultureInfo.InvariantCulture)
                ),
                ["clock", var delay] => PaymentSettlement.OnClock(XmlConvert.ToTimeSpan(delay)),
                _ => throw new FormatException(),
            };
        }
        catch (Exception error) when (error is FormatException or OverflowException or ArgumentOutOfRangeException)
        {
            result.AddError(
                $"{((OptionResult)result.Parent!).Option.Name}: `{text}` is not `immediate`, `reads:N`, or "
                    + $"`clock:` with a duration such as PT2S."
            );
            return null;
        }
    }

    private static TimeSpan ReadLag(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        try
        {
            var lag = XmlConvert.ToTimeSpan(text);
            if (lag >= TimeSpan.Zero)
                return lag;
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            // Reported below, together with a negative duration.
        }

        result.AddError($"--listing-lag: `{text}` is not a duration such as PT30M.");
        return TimeSpan.Zero;
    }

    private static Uri? ReadAddress(ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        )
            return address;

        result.AddError(
            $"{((OptionResult)result.Parent!).Option.Name}: `{text}` is not an absolute http or https URL."
        );
        return null;
    }

    // The options are combined here, because a parser of one option cannot see the others.
    private EmulatedWebhook? Webhook(ParseResult result) =>
        result.GetValue(_webhookUrl) is not { } address
            ? null
            : new EmulatedWebhook(address)
            {
                Secret = result.GetValue(_webhookSecret) ?? EmulatedWebhook.DefaultSecret,
                Shuffle = result.GetValue(_webhookShuffle),
                Duplicate = result.GetValue(_webhookDuplicate),
            };

    // A secret that the user chose is not printed.
    private bool TellsSecret(ParseResult result) =>
        result.GetValue(_webhookUrl) is not null && result.GetValue(_webhookSecret) is null;

    private static bool IsSecret(string? secret)
    {
        try
        {
            _ = new EmulatedWebhook(DodoEmulator.InProcessAddress) { Secret = secret! };
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
