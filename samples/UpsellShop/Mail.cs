using DodoUpsell;

namespace UpsellShop;

/// <summary>Stands for the shop's e-mails: it prints them.</summary>
internal static class Mail
{
    /// <summary>Sends the acknowledgement of a withdrawal. The law requires it on a durable medium.</summary>
    public static Task SendAsync(WithdrawalNotice notice, Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        if (notice == WithdrawalNotice.Confirmed)
            Console.WriteLine($"E-mail to a customer:\n{withdrawal.Acknowledgement}");
        return Task.CompletedTask;
    }
}
