using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DodoUpsell.TestKit;

/// <summary>Starts the Node scripts in <c>tests/tools</c>; each of them ends when its standard input closes.</summary>
public static class NodeScript
{
    /// <summary>
    /// Starts a script with redirected streams, or says through <see cref="Components"/> what is missing.
    /// </summary>
    /// <param name="component">What the script stands for, to be named when it cannot start.</param>
    /// <param name="script">The file name of the script in <c>tests/tools</c>.</param>
    /// <param name="package">The npm package it needs.</param>
    /// <param name="arguments">What it is told.</param>
    public static Process Start(string component, string script, string package, params IEnumerable<string> arguments)
    {
        if (!Directory.Exists(RepositoryFolder.PathOf("tests", "tools", "node_modules", package)))
            throw Components.Missing(component, "run `npm ci` in tests/tools");

        var start = new ProcessStartInfo("node", [RepositoryFolder.PathOf("tests", "tools", script), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };

        try
        {
            return Process.Start(start) ?? throw Components.Missing(component, "install Node.js 18 or newer");
        }
        catch (Win32Exception)
        {
            throw Components.Missing(component, "install Node.js 18 or newer");
        }
    }
}
