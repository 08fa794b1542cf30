namespace DodoUpsell.Dashboard.Http;

/// <summary>The names of the actions in <see cref="IOperatorLog"/>.</summary>
internal static class OperatorActionNames
{
    public const string ReplayWebhook = "webhook.replay";
    public const string ReplaySettlement = "settlement.replay";
    public const string CloseWithdrawal = "withdrawal.close";
    public const string ResumeRule = "rule.resume";
    public const string Explain = "subject.explain";
    public const string ExportReceipt = "receipt.export";
    public const string VerifyReceipts = "receipts.verify";
}

/// <summary>Carries out actions: recorded first, then done, then the result is recorded.</summary>
internal static class OperatorActions
{
    /// <summary>
    /// Records the action, carries it out and records its result. If it cannot be recorded, it is not carried out.
    /// </summary>
    /// <remarks>Once it was recorded, it is carried out even if the operator closes the page.</remarks>
    /// <returns>The id of the action, and what it returned.</returns>
    public static async Task<(string Id, T Value)> RunAsync<T>(
        this DashboardRequest request,
        string name,
        string? subject,
        Func<CancellationToken, Task<(OperatorResult Result, T Value)>> act
    )
    {
        var (log, environment) = (request.Brand.Log, request.Brand.Environment);
        var action = new OperatorAction
        {
            Environment = environment,
            Id = $"act_{Guid.CreateVersion7(request.Now):N}",
            StartedAt = request.Now,
            Operator = request.Operator ?? throw new InvalidOperationException("An action needs an operator."),
            Action = name,
            Subject = subject,
        };
        if (!await log.AddAsync(action, request.Aborted).ConfigureAwait(false))
            throw new InvalidOperationException("The id of an action is taken. Nothing was done.");

        var result = OperatorResult.Failed;
        try
        {
            (result, var value) = await act(CancellationToken.None).ConfigureAwait(false);
            return (action.Id, value);
        }
        finally
        {
            await log.EndAsync(environment, action.Id, result, request.NowAgain(), CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Carries out an action that says whether there was something to do.</summary>
    /// <returns>The id of the action.</returns>
    public static async Task<string> RunAsync(
        this DashboardRequest request,
        string name,
        string subject,
        Func<CancellationToken, Task<bool>> act
    ) =>
        (
            await request
                .RunAsync<object?>(
                    name,
                    subject,
                    async token =>
                        (
                            await act(token).ConfigureAwait(false) ? OperatorResult.Done : OperatorResult.NothingToDo,
                            null
                        )
                )
                .ConfigureAwait(false)
        ).Id;
}
