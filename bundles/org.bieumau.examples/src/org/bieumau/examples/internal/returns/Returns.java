/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The returns of an example: files as units would send them, and what a right reader makes of them. The same returns
 * are made each time.
 */
public class Returns {

    /**
     * Something that is not as it should be.
     *
     * @param file name of the file in the folder of returns; an empty string if no file is concerned
     * @param unit name of the unit in the campaign; an empty string if it is unknown
     * @param code code of the problem
     * @param place cell or paragraph, as it is told to users in Vietnamese; an empty string for the whole file
     */
    public record Slip(String file, String unit, String code, String place) implements Comparable<Slip> {

        @Override
        public int compareTo(Slip other) {
            return toString().compareTo(other.toString());
        }
    }

    private record Received(byte[] content, LocalDate day) {}

    private final Map<String, Received> files = new TreeMap<>();
    private final List<Slip> slips = new ArrayList<>();
    private final Map<String, String> states = new TreeMap<>();

    /** Returns what must be reported, and nothing else. */
    public List<Slip> slips() {
        return slips.stream().sorted().toList();
    }

    /** Returns the state of each unit that is not on time, as the names of the states of the engine. */
    public Map<String, String> states() {
        return Collections.unmodifiableMap(states);
    }

    /** Returns the names of the files. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    void receive(String name, byte[] content, LocalDate day) {
        if (files.put(name, new Received(content, day)) != null) {
            throw new IllegalArgumentException(name);
        }
    }

    void slip(String file, String unit, String code, String place) {
        slips.add(new Slip(file, unit, code, place));
    }

    void state(String unit, String state) {
        states.put(unit, state);
    }

    /** Writes all files into a folder, with the days on which they were received as their dates. */
    public void writeTo(Path folder) throws IOException {
        for (var each : files.entrySet()) {
            var file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, each.getValue().content());
            var time = each.getValue().day().atTime(10, 0).atZone(ZoneId.systemDefault());
            Files.setLastModifiedTime(file, FileTime.from(time.toInstant()));
        }
    }

    /** Returns a name of a file without diacritics and spaces, as many units write them. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D')
                .replaceAll("[^A-Za-z0-9]+", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    /** Returns what begins an encrypted file of Word or Excel: a compound file with an encrypted package. */
    static byte[] encrypted() {
        var bytes = new byte[4096];
        var magic = new int[] {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
        for (int i = 0; i < magic.length; i++) {
            bytes[i] = (byte) magic[i];
        }
        var entry = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(entry, 0, bytes, 1024, entry.length);
        return bytes;
    }
}
