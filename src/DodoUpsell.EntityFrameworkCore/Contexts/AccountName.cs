namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Validates the name of the account that owns rows: the brand's key, or an empty string in an app with one account.
/// </summary>
internal static class AccountName
{
    // With this limit, a primary key fits the limits of every common database.
    public const int MaxLength = 100;

    public static string Require(string account) =>
        account.Length <= MaxLength
            ? account
            : throw new ArgumentException(
                $"The name of an account (the brand's key) must have at most {MaxLength} characters, but this one "
                    + $"has {account.Length}.",
                nameof(account)
            );
}
