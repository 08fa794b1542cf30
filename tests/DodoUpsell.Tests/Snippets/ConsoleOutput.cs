namespace DodoUpsell.Tests.Snippets;

/// <summary>What a snippet writes to the console.</summary>
internal sealed class ConsoleOutput : IDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _written = new();

    public ConsoleOutput() => Console.SetOut(_written);

    public string Text => _written.ToString().Trim();

    public void Dispose() => Console.SetOut(_before);
}

/// <summary>The process has one console: whoever reads it, or lets an app write to it, runs alone.</summary>
[CollectionDefinition(nameof(OneConsole), DisableParallelization = true)]
public sealed class OneConsole;
