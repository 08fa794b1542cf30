using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The buttons that advance the clock.</summary>
internal static class ClockForms
{
    public const string Action = $"{ConsoleLayout.Root}/clock";

    public static Html Of(EmulatorState state) =>
        Html.Of(
            $"""
            <h2 id="clock-heading">Clock</h2>
            <p class="time" id="clock" data-live>{ConsoleText.Time(state.Now)}</p>
            <form method="post" action="{Action}" class="buttons">
            <button type="submit" name="by" value="15 minutes" class="second">+15 min</button>
            <button type="submit" name="by" value="1 days" class="second">+1 day</button>
            <button type="submit" name="by" value="1 months" class="second">+1 month</button>
            </form>
            <details><summary>Another time</summary>
            <form method="post" action="{Action}" class="inline">
            <div class="field">
            <label for="clock-amount">Advance by</label>
            <input id="clock-amount" name="amount" type="number" inputmode="numeric" min="1" max="100000" value="2" required>
            </div>
            <div class="field">
            <label for="clock-unit">Unit</label>
            <select id="clock-unit" name="unit">
            <option>minutes</option><option selected>hours</option><option>days</option><option>months</option></select>
            </div>
            <button type="submit" class="second">Advance</button>
            </form></details>
            """
        );
}
