using System.CommandLine;
using DodoUpsell.Emulator.Tool;

var options = new ToolOptions();
var command = new RootCommand(
    "Runs an emulator of the Dodo Payments API on 127.0.0.1 until Ctrl+C. No real money is charged."
);
options.AddTo(command);
command.SetAction(
    (result, cancellationToken) =>
        ServerRun.RunAsync(options.Read(result), result.InvocationConfiguration, cancellationToken)
);

// ServerRun handles the signals itself.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
var parsed = command.Parse(args);
if (parsed.Errors.Count == 0)
    return await parsed.InvokeAsync(configuration).ConfigureAwait(false);

// One line for each error: the library's own output adds the list of all options, which hides the error.
foreach (var error in parsed.Errors)
    await Console.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" ")).ConfigureAwait(false);
return 1;
