/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language and the digits of the computer must not change what is exported. */
class LocaleTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreTheSameInALocaleWithOtherDigits() throws Exception {
        Examples.copyTo(folder);
        var usual = exported("usual");
        var before = Locale.getDefault();
        TreeMap<String, byte[]> other;
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            other = exported("other");
        } finally {
            Locale.setDefault(before);
        }
        assertFalse(usual.isEmpty());
        assertEquals(usual.keySet(), other.keySet());
        usual.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
    }

    private TreeMap<String, byte[]> exported(String name) throws Exception {
        var output = new StringWriter();
        var target = folder.resolve(name);
        for (var example : new String[] {"quangngai-2022-congvan", "quangngai-2021-dangky"}) {
            assertEquals(
                    ExitCode.DONE,
                    Main.run(
                            new PrintWriter(output),
                            new PrintWriter(output),
                            "export",
                            folder.resolve(example + ".bieu").toString(),
                            "-o",
                            target.toString()),
                    output::toString);
        }
        var files = new TreeMap<String, byte[]>();
        try (var written = Files.list(target)) {
            for (var file : written.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
