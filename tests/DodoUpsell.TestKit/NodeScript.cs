using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DodoUpsell.TestKit;

/// <summary>Starts the Node scripts in <c>tests/tools</c>. Each script ends when its standard input closes.</summary>
public static class NodeScript
{
    /// <summary>
    /// Starts a script with redirected streams, or reports a missing component through <see cref="Components"/>.
    /// </summary>
    /// <param name="component">The name of the component that the script provides, used if it cannot start.</param>
    /// <param name="script">The file name of the script in <c>tests/tools</c>.</param>
    /// <param name="package">The npm package that the script needs.</param>
    /// <param name="arguments">The arguments of the script.</param>
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
