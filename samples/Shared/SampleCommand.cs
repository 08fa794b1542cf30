using System.CommandLine;
using System.Data.Common;
using DodoUpsell;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Samples;

/// <summary>Runs the command of a sample. Each error is printed in one line, and the exit code is not 0.</summary>
internal static class SampleCommand
{
    private const int Failed = 1;
    private const int WrongUse = 2;

    public static async Task<int> RunAsync(
        RootCommand command,
        string[] args,
        Func<ParseResult, IAnsiConsole, CancellationToken, Task<int>> run
    )
    {
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                try
                {
                    return await run(arguments, SampleConsole.Create(), cancellationToken);
                }
                catch (Exception problem)
                    when (problem
                            is DodoException
                                or LedgerFileException
                                or DbException
                                or OptionsValidationException
                                or ArgumentException
                    )
                {
                    await Console.Error.WriteLineAsync(problem.Message);
                    return Failed;
                }
            }
        );

        var parsed = command.Parse(args);
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync();
        foreach (var error in parsed.Errors)
            await Console.Error.WriteLineAsync(error.Message.ReplaceLineEndings(" "));
        await Console.Error.WriteLineAsync("--help lists the options.");
        return WrongUse;
    }
}
