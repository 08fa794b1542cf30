using System.Globalization;
using System.Text;
using DodoUpsell.Offers;

namespace DodoUpsell.Withdrawals;

/// <summary>
/// Writes the acknowledgement of a withdrawal: its content, and the date and time of its submission (article 11a(4) of
/// Directive 2011/83/EU). The text is stored, so it never changes.
/// </summary>
internal static class AcknowledgementText
{
    // Unambiguous in every language, and the same on servers without culture data.
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss 'UTC'";
    private const string DateFormat = "yyyy-MM-dd";

    public static string Of(
        WithdrawalMessages messages,
        string id,
        WithdrawalStatement statement,
        DateTimeOffset submittedAt
    )
    {
        var culture = OfferCulture.Of(statement.Culture).Format;
        var contract = statement.Contract;
        var text = new StringBuilder();
        text.Append(Text(WithdrawalMessage.Acknowledgement)).Append("\n\n");
        Line(WithdrawalMessage.Reference, id);
        Line(WithdrawalMessage.SubmittedAt, submittedAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        text.Append('\n').Append(Text(WithdrawalMessage.Statement)).Append("\n\n");
        Line(
            WithdrawalMessage.Contract,
            contract.Description.Length > 0 ? $"{OneLine(contract.Description)} ({contract.Id})" : contract.Id
        );
        if (contract.ConcludedAt is { } concluded)
            Line(
                WithdrawalMessage.ConcludedOn,
                concluded.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture)
            );
        if (contract.Amount is { } amount)
            Line(WithdrawalMessage.Amount, amount.ToString("G", CultureInfo.InvariantCulture));
        Line(WithdrawalMessage.Name, statement.Name);
        Line(WithdrawalMessage.Contact, statement.Contact);
        text.Append('\n').Append(Text(WithdrawalMessage.AcknowledgementNote)).Append('\n');
        return text.ToString();

        string Text(WithdrawalMessage message) => messages.Text(message, culture, statement.Culture);

        void Line(WithdrawalMessage label, string value) =>
            text.Append(Text(label)).Append(": ").Append(value).Append('\n');
    }

    // A product's name must not add lines to the text.
    private static string OneLine(string text) =>
        string.Join(' ', text.Split(['\r', '\n', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries));
}
