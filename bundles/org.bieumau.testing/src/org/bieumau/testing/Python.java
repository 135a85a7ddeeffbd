/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.util.ArrayList;
import java.util.List;

/** Reads exported files with the Python libraries {@code openpyxl} and {@code docx}. */
public final class Python {

    private Python() {}

    /**
     * Runs a script and returns what it printed. Skips the test, or lets it fail, if Python or a module is not
     * installed.
     *
     * @param module the library that the script imports: {@code openpyxl} or {@code docx}
     * @param script the text of the script; it finds the arguments in {@code sys.argv[1:]}
     */
    public static String run(String module, String script, Object... arguments) {
        if (ExternalTool.PYTHON.tryRun("-c", "import " + module).exitCode() != 0) {
            throw ExternalTool.missing("the Python module " + module);
        }
        var all = new ArrayList<Object>(List.of("-X", "utf8", "-c", script));
        all.addAll(List.of(arguments));
        return ExternalTool.PYTHON.run(all.toArray());
    }
}
