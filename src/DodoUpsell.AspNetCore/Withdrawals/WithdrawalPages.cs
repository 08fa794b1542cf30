using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static DodoUpsell.WithdrawalMessage;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>
/// Writes the withdrawal pages. They need no script, and everything that is not a constant of this class is encoded.
/// </summary>
internal sealed class WithdrawalPages
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new(4096);
    private readonly HttpContext _http;
    private readonly WithdrawalMessages _messages;
    private readonly CultureInfo _culture;
    private readonly CultureInfo _format;

    private WithdrawalPages(HttpContext http, WithdrawalMessages messages)
    {
        (_http, _messages, _culture) = (http, messages, WithdrawalRequest.CultureOf(http));

        // Dates and amounts are in the language of the texts, which is not always that of the request.
        var language = messages.LanguageOf(_culture);
        _format = _culture.Name.StartsWith(language, StringComparison.OrdinalIgnoreCase)
            ? _culture
            : CultureOf(language);
    }

    public static WithdrawalPages Of(HttpContext http, string? brand) =>
        new(
            http,
            (brand is null ? null : http.RequestServices.GetKeyedService<WithdrawalMessages>(brand))
                ?? http.RequestServices.GetService<WithdrawalMessages>()
                ?? WithdrawalMessages.Default
        );

    /// <summary>The contracts of a signed-in user.</summary>
    public IResult Contracts(IReadOnlyList<WithdrawalContract> contracts)
    {
        var (request, path) = (WithdrawalRequest.Of(_http), WithdrawalRequest.BaseOf(_http, 0));
        Start(Withdraw);
        Paragraph(contracts.Count == 0 ? NoContracts : Introduction);
        foreach (var contract in contracts)
        {
            Raw("<section><h2>").Text(TitleOf(contract)).Raw("</h2>");
            Details(contract);
            if (contract.WithdrawalId is { } withdrawn)
                Link("plain", request.Address($"{path}/{Uri.EscapeDataString(withdrawn)}"), AlreadyWithdrawn);
            else
                Link(
                    "button",
                    request.Address(path, $"contract={Uri.EscapeDataString(contract.Id)}"),
                    Withdraw,
                    contract
                );
            Raw("</section>");
        }

        return End(StatusCodes.Status200OK);
    }

    /// <summary>The form of the statement, with what was typed before if it was invalid.</summary>
    public IResult Form(WithdrawalContract contract, string contractId, WithdrawalBody? invalid = null)
    {
        Start(Withdraw);
        Paragraph(Introduction);
        Raw("<section><h2>").Text(TitleOf(contract)).Raw("</h2>");
        Details(contract);
        Raw("</section><form class=\"card\" method=\"post\" action=\"")
            .Text(WithdrawalRequest.Of(_http).Address(WithdrawalRequest.BaseOf(_http, 0)))
            .Raw("\">");
        if (invalid is not null)
            Raw("<p class=\"error\" role=\"alert\" id=\"error\">").Text(Of(InvalidInput)).Raw("</p>");
        Raw("<input type=\"hidden\" name=\"contractId\" value=\"").Text(contractId).Raw("\">");
        Raw(DodoUpsellForms.TokenField(_http).Value!);
        Field(Name, "name", "text", "name", StateWithdrawalRequest.MaxNameLength, invalid?.Name, invalid is not null);
        Field(
            Contact,
            "contact",
            "email",
            "email",
            StateWithdrawalRequest.MaxContactLength,
            invalid?.Contact,
            invalid is not null
        );
        Raw("<button type=\"submit\">").Text(Of(Continue)).Raw("</button></form>");
        return End(invalid is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>The statement to confirm, or the acknowledgement of a confirmed one.</summary>
    public IResult Show(Withdrawal withdrawal)
    {
        var (request, path) = (WithdrawalRequest.Of(_http), WithdrawalRequest.BaseOf(_http, 1));
        var own = $"{path}/{Uri.EscapeDataString(withdrawal.Id)}";
        if (withdrawal.State == WithdrawalState.Stated)
        {
            Start(ReviewStatement);
            Raw("<section><p>").Text(Of(Statement)).Raw("</p><h2>").Text(TitleOf(withdrawal.Contract)).Raw("</h2>");
            Details(withdrawal.Contract, (Name, withdrawal.Name), (Contact, withdrawal.Contact));
            Raw("<form method=\"post\" action=\"").Text(request.Address($"{own}/confirm")).Raw("\">");
            Raw(DodoUpsellForms.TokenField(_http).Value!);
            Raw("<button type=\"submit\">").Text(Of(Confirm)).Raw("</button> ");
            Link("plain", request.Address(path, $"contract={Uri.EscapeDataString(withdrawal.Contract.Id)}"), Change);
            Raw("</form></section>");
            return End(StatusCodes.Status200OK);
        }

        Start(Acknowledgement);
        Raw("<section role=\"status\"><h2>")
            .Text(Of(Status))
            .Raw("</h2><p>")
            .Text(Of(StatusOf(withdrawal)))
            .Raw("</p>");
        if (withdrawal.IsSubscriptionCancelled)
            Paragraph(SubscriptionEnded);
        Raw("</section><section><pre>").Text(withdrawal.Acknowledgement ?? Of(Erased)).Raw("</pre></section>");
        if (withdrawal.Acknowledgement is not null)
            Link("button", request.Address($"{own}/text"), Download);
        return End(StatusCodes.Status200OK);
    }

    /// <summary>A page for a request that was refused.</summary>
    public IResult Problem(int status)
    {
        Start(Withdraw);
        Paragraph(
            status switch
            {
                StatusCodes.Status401Unauthorized => SignIn,
                StatusCodes.Status404NotFound => NotFound,
                >= 500 => Unavailable,
                _ => FormExpired,
            }
        );
        return End(status);
    }

    private static WithdrawalMessage StatusOf(Withdrawal withdrawal) =>
        withdrawal.State switch
        {
            WithdrawalState.NeedsReview => InReview,
            WithdrawalState.Completed when Has(withdrawal, WithdrawalRefundStatus.Succeeded) => Refunded,
            WithdrawalState.Completed => Done,
            _ when Has(withdrawal, WithdrawalRefundStatus.Pending) => RefundPending,
            _ => Processing,
        };

    private static bool Has(Withdrawal withdrawal, WithdrawalRefundStatus status) =>
        withdrawal.Refunds.Any(refund => refund.Status == status);

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    private static string TitleOf(WithdrawalContract contract) =>
        contract.Description.Length > 0 ? contract.Description : contract.Id;

    private void Details(WithdrawalContract contract, params ReadOnlySpan<(WithdrawalMessage, string)> more)
    {
        Raw("<dl>");
        Detail(Contract, contract.Id);
        if (contract.ConcludedAt is { } concluded)
            Detail(ConcludedOn, Date(concluded.UtcDateTime));

        // The period ends when its last day is over in every time zone.
        if (contract.WithdrawableUntil is { } until)
            Detail(PossibleUntil, Date(until.UtcDateTime.AddHours(-36)));
        if (contract.Amount is { } amount)
            Detail(Amount, amount.ToString(_format));
        foreach (var (label, value) in more)
            Detail(label, value);
        Raw("</dl>");
    }

    private string Date(DateTime date) => date.ToString("d MMMM yyyy", _format);

    private void Detail(WithdrawalMessage label, string value) =>
        Raw("<dt>").Text(Of(label)).Raw("</dt><dd>").Text(value).Raw("</dd>");

    private void Field(
        WithdrawalMessage label,
        string name,
        string type,
        string autocomplete,
        int maxLength,
        string? value,
        bool isInvalid
    )
    {
        Raw("<label>").Text(Of(label)).Raw("<input name=\"").Raw(name).Raw("\" type=\"").Raw(type);
        Raw("\" autocomplete=\"").Raw(autocomplete).Raw("\" maxlength=\"");
        Raw(maxLength.ToString(CultureInfo.InvariantCulture)).Raw("\" required");
        if (isInvalid)
            Raw(" aria-describedby=\"error\"");
        Raw(" value=\"").Text(value ?? "").Raw("\"></label>");
    }

    private void Link(string style, string address, WithdrawalMessage label, WithdrawalContract? about = null)
    {
        Raw("<a class=\"").Raw(style).Raw("\" href=\"").Text(address).Raw("\"");

        // Several links with the same words are told apart by what they are about.
        if (about is not null)
            Raw(" aria-label=\"").Text($"{Of(label)}: {TitleOf(about)}").Raw("\"");
        Raw(">").Text(Of(label)).Raw("</a>");
    }

    private void Paragraph(WithdrawalMessage message) => Raw("<p>").Text(Of(message)).Raw("</p>");

    private void Start(WithdrawalMessage title)
    {
        Raw("<!DOCTYPE html><html lang=\"").Text(_messages.LanguageOf(_culture)).Raw("\"");
        if (_format.TextInfo.IsRightToLeft)
            Raw(" dir=\"rtl\"");
        Raw("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Raw("<meta name=\"robots\" content=\"noindex\"><title>").Text(Of(title)).Raw("</title><style>");
        Raw(PageStyle.Css).Raw("</style></head><body><main><h1>").Text(Of(title)).Raw("</h1>");
    }

    private PageResult End(int status)
    {
        Raw("</main></body></html>");
        return new PageResult(_html.ToString(), status);
    }

    private string Of(WithdrawalMessage message) => _messages.Text(message, _culture);

    /// <summary>Appends markup, which must be a constant.</summary>
    private WithdrawalPages Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    /// <summary>Appends text, encoded for content and for attributes in quotes.</summary>
    private WithdrawalPages Text(string text)
    {
        _html.Append(Encoder.Encode(text));
        return this;
    }
}
