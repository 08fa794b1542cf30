using Spectre.Console;

namespace Samples;

/// <summary>
/// Creates the console of a sample: colours and links in a terminal, plain lines in a pipe or a file.
/// </summary>
internal static class SampleConsole
{
    // Wider than any line, so that programs that read the output get whole lines.
    private const int PlainWidth = 1000;

    public static IAnsiConsole Create()
    {
        if (!Console.IsOutputRedirected)
            return AnsiConsole.Console;
        var plain = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
            }
        );
        plain.Profile.Capabilities.Links = false;
        plain.Profile.Width = PlainWidth;
        return plain;
    }
}
