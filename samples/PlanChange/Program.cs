using System.CommandLine;
using PlanChange;
using Samples;

// A customer changes their plan. The price is shown first, the price shown is the price charged, and a failed payment
// leaves the old plan in place. Runs on the embedded emulator: no account, no network, no real money.
//
// Six chapters (upgrade, decline, 3-D Secure, scheduled and cancelled, downgrade, renewals):
//   dotnet run --project samples/PlanChange
//
// Asks before each change; answering no ends the chapter:
//   dotnet run --project samples/PlanChange -- --interactive
//
// The exit code is 0 when each chapter ended as expected.

var interactive = new Option<bool>("--interactive") { Description = "Ask before each change is confirmed." };
var command = new RootCommand(
    "Changes plans with the price shown first: upgrade, decline, 3-D Secure, schedule, downgrade, and renewals "
        + "that use the credit."
)
{
    interactive,
};

command.Validators.Add(result =>
{
    if (result.GetResult(interactive) is not null && (Console.IsInputRedirected || Console.IsOutputRedirected))
        result.AddError("--interactive asks questions, so it needs a terminal.");
});

return await SampleCommand.RunAsync(
    command,
    args,
    async (arguments, console, cancellationToken) =>
    {
        await using var story = new Story(console, arguments.GetValue(interactive));
        return await story.TellAsync(cancellationToken) ? 0 : 1;
    }
);
