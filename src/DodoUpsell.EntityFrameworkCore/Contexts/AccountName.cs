namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Whose rows they are: the brand's key, or nothing in an app with one account.</summary>
internal static class AccountName
{
    // With it, a primary key fits the limits of every common database.
    public const int MaxLength = 100;

    public static string Require(string account) =>
        account.Length <= MaxLength
            ? account
            : throw new ArgumentException(
                $"The name of an account (the brand's key) has at most {MaxLength} characters; this one has "
                    + $"{account.Length}.",
                nameof(account)
            );
}
