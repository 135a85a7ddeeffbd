/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.List;

/**
 * The log of POI. Without a logging backend, the Log4j API prints an error in every program that uses POI, and POI
 * prints stack traces of damaged files, which become problems anyway.
 */
final class PoiLog {

    private PoiLog() {}

    /** Turns logging off, unless the program has a logging backend or a setting of its own. */
    static void silence() {
        for (var name : List.of("log4j2.StatusLogger.level", "log4j2.simplelogLevel")) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, "OFF");
            }
        }
    }
}
