namespace DodoUpsell.Emulator.Tool;

/// <summary>The settings that the command line specifies.</summary>
internal sealed record ToolSettings(int Port, bool TellsWebhookSecret, DodoEmulatorOptions Emulator);
