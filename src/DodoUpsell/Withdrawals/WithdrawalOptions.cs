namespace DodoUpsell;

/// <summary>Provides the settings of withdrawals.</summary>
public sealed class WithdrawalOptions
{
    /// <summary>Gets or sets the withdrawal period, which starts when the contract is concluded.</summary>
    /// <remarks>
    /// The last day counts in full, in every time zone. Weekends and public holidays that extend the period by law are not
    /// considered: set a longer period if it matters to you.
    /// </remarks>
    /// <value>The default is 14 days. Must be between 14 and 400 days.</value>
    public TimeSpan Period { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Gets or sets whether each payment of a subscription starts the period again.</summary>
    /// <remarks>
    /// The law grants one period when the contract is concluded (Court of Justice, C-565/22), but a second one if the
    /// consumer was not informed clearly about the price after a trial. True is the generous choice: all payments within
    /// the period are refunded.
    /// </remarks>
    /// <value>The default is true.</value>
    public bool RenewalsRestartPeriod { get; set; } = true;

    /// <summary>Gets or sets the time for which a stated withdrawal that was not confirmed is kept.</summary>
    /// <value>The default is 7 days. Must be between 1 hour and 90 days.</value>
    public TimeSpan DraftRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets the time for which completed withdrawals are kept.</summary>
    /// <remarks>Withdrawals that need review are kept until they are completed.</remarks>
    /// <value>The default is 1,095 days. Must be at least 30 days.</value>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1095);

    /// <summary>Gets or sets the time after which a handler of a notice is cancelled.</summary>
    /// <value>The default is 30 seconds. Must be between 1 second and 5 minutes.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal WithdrawalOptions Copy() => (WithdrawalOptions)MemberwiseClone();

    internal IReadOnlyList<string> Failures()
    {
        var failures = new List<string>();
        Within(nameof(Period), Period, TimeSpan.FromDays(14), TimeSpan.FromDays(400));
        Within(nameof(DraftRetention), DraftRetention, TimeSpan.FromHours(1), TimeSpan.FromDays(90));
        Within(nameof(Retention), Retention, TimeSpan.FromDays(30), TimeSpan.MaxValue);
        Within(nameof(HandlerTimeout), HandlerTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
        return failures;

        void Within(string name, TimeSpan value, TimeSpan least, TimeSpan most)
        {
            if (value < least)
                failures.Add($"{nameof(WithdrawalOptions)}.{name} is {value:c}, but must be at least {least:c}.");
            else if (value > most)
                failures.Add($"{nameof(WithdrawalOptions)}.{name} is {value:c}, but must be at most {most:c}.");
        }
    }
}
