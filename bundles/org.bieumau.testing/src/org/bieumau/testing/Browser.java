/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shows pages in Chromium, without a window and without access to the network. */
public final class Browser {

    private Browser() {}

    /** Prints a page to a PDF file, without the header and footer of the browser. */
    public static void print(Path page, Path pdf) throws IOException {
        run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    }

    /** Writes a picture of the top of a page to a PNG file. Width and height of the window are in pixels. */
    public static void picture(Path page, int width, int height, boolean dark, Path png) throws IOException {
        var options = new ArrayList<>(List.of("--window-size=" + width + "," + height, "--screenshot=" + png));
        if (dark) {
            options.add("--blink-settings=preferredColorScheme=0");
        }
        run(page, options.toArray());
    }

    private static void run(Path page, Object... options) throws IOException {
        try (var profile = new TemporaryFolder("chromium")) {
            var arguments = new ArrayList<Object>(List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile.path()));
            arguments.addAll(List.of(options));
            arguments.add(page.toUri());
            ExternalTool.CHROMIUM.run(arguments.toArray());
        }
    }
}
