using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Customers;

internal static class EmailAddress
{
    public static string Email(this JsonInput input) => Check(input, input.Text("email"));

    public static string? OptionalEmail(this JsonInput input) =>
        input.OptionalText("email") is { } email ? Check(input, email) : null;

    public static bool IsValid(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < email.Length - 1 && !email.Any(char.IsWhiteSpace);
    }

    private static string Check(JsonInput input, string email) =>
        IsValid(email) ? email : throw input.Invalid("email", "expected an e-mail address");
}
