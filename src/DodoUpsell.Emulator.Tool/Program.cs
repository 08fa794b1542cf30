using System.CommandLine;
using DodoUpsell.Emulator.Tool;

var options = new ToolOptions();
var command = new RootCommand("Runs an emulator of the Dodo Payments API on 127.0.0.1 until Ctrl+C. No money moves.");
options.AddTo(command);
command.SetAction((result, cancellationToken) => ServerRun.RunAsync(options.Read(result), result.InvocationConfiguration, cancellationToken));
// The run hears the signals itself.
var configuration = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await command.Parse(args).InvokeAsync(configuration).ConfigureAwait(false);
