using DodoUpsell.Charging;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Withdrawals;

/// <summary>Holds what the parts of the withdrawal flow share.</summary>
internal sealed class WithdrawalEngine(
    ChargeEngine charges,
    IWithdrawalStore store,
    Func<WithdrawalOptions> options,
    WithdrawalServices services,
    WithdrawalMessages messages,
    Func<IOfferStore?> subjects,
    Func<string>? newId = null
)
{
    public ChargeEngine Charges => charges;

    public IDodoClient Dodo => charges.Dodo;

    public DodoEnvironment Environment => charges.Environment;

    public TimeProvider Clock => charges.Clock;

    public ILogger Log => charges.Log;

    public IWithdrawalStore Store => store;

    public WithdrawalOptions Options => options();

    /// <summary>Gets the policy and the handlers of the app.</summary>
    public WithdrawalServices Services => services;

    public WithdrawalMessages Messages => messages;

    /// <summary>Raised when a withdrawal is due at once.</summary>
    public InboxSignal Signal { get; } = new();

    public string NewId() => "wdr_" + (newId?.Invoke() ?? Guid.NewGuid().ToString("N"));

    /// <summary>Returns the ids of the customers of a subject. Links between users and customers belong to offers.</summary>
    public async Task<IReadOnlyList<string>> CustomersOfAsync(SubjectIds ids, CancellationToken cancellationToken)
    {
        var subject = subjects() is { } links
            ? await links.FindSubjectAsync(Environment, ids, cancellationToken).ConfigureAwait(false)
            : SubjectRules.SubjectOf(ids, null, []);
        return subject.CustomerIds;
    }
}
