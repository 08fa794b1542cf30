namespace DodoUpsell;

/// <summary>
/// Records who did what in the back office. An action is recorded before it is carried out, and its result afterwards.
/// </summary>
/// <remarks>
/// Records are only added. The one change is the result, which is written once. A log belongs to one account.
/// </remarks>
public interface IOperatorLog
{
    /// <summary>Adds an action whose result is <see cref="OperatorResult.Started"/>, unless its id already exists.</summary>
    /// <returns>True if the action was added.</returns>
    /// <exception cref="ArgumentException">The action already has a result, or its id is too long.</exception>
    Task<bool> AddAsync(OperatorAction action, CancellationToken cancellationToken = default);

    /// <summary>Writes the result of an action, unless it already has one.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="id">The id of the action.</param>
    /// <param name="result">The result, which is not <see cref="OperatorResult.Started"/>.</param>
    /// <param name="now">The current time, in UTC.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>True if the result was written; false if the action does not exist or has a result.</returns>
    Task<bool> EndAsync(
        DodoEnvironment environment,
        string id,
        OperatorResult result,
        DateTimeOffset now,
        CancellationToken cancellationToken = default
    );

    /// <summary>Returns an action, or null if there is none.</summary>
    Task<OperatorAction?> FindAsync(
        DodoEnvironment environment,
        string id,
        CancellationToken cancellationToken = default
    );

    /// <summary>Lists the actions, the newest first.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="maxCount">The maximum number of actions to return. The default is 100.</param>
    /// <param name="after">The last action of the previous page, or null for the first page. The default is
    /// null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    Task<IReadOnlyList<OperatorAction>> ListAsync(
        DodoEnvironment environment,
        int maxCount = 100,
        OperatorAction? after = null,
        CancellationToken cancellationToken = default
    );
}
