using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The buttons that start again.</summary>
internal static class ResetForms
{
    public const string Action = $"{ConsoleLayout.Root}/reset";

    public static Html Markup { get; } =
        Html.Of(
            $"""
            <h2 id="start-heading">Start again</h2>
            <details><summary>Reset the emulator</summary>
            <p class="small muted">Forgets every object, fault and activity, and sets the clock back.</p>
            <form method="post" action="{Action}" class="buttons">
            <button type="submit" name="seed" value="demo" class="second">Demo data</button>
            <button type="submit" name="seed" value="empty" class="second">Empty</button>
            </form></details>
            """
        );
}
