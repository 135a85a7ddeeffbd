/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;

/**
 * Disables the calls with which a plug-in would end the whole program: {@link System#exit}, {@link Runtime#exit} and
 * {@link Runtime#halt}. In the constant pool of a class, their names are replaced by the name of a method that does not
 * exist. The class can be loaded as before, and a call throws a {@link NoSuchMethodError}.
 */
final class ExitCalls {

    private static final Map<String, Set<String>> REFUSED =
            Map.of("java/lang/System", Set.of("exit"), "java/lang/Runtime", Set.of("exit", "halt"));

    /** Name of a method that no class can have, because names in Java contain no spaces. */
    private static final String NAME = "exit refused";

    private static final String TYPE = "(I)V";

    // Tags of the constant pool (Java Virtual Machine Specification, 4.4).
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    /** Bytes before the constant pool: magic number and version. */
    private static final int POOL = 8;

    private ExitCalls() {}

    /** Returns whether an error was thrown because a call was refused. */
    static boolean isRefusal(NoSuchMethodError error) {
        return error.getMessage() != null && error.getMessage().contains(NAME);
    }

    /** An entry of the constant pool: its bytes from <code>start</code>, without the tag. */
    private record Entry(int tag, int start, int end) {}

    /**
     * Returns the class with its calls disabled; the same array if it has none, or is not a class.
     *
     * @param file the content of a class file
     */
    static byte[] refuse(byte[] file) {
        try {
            return new Pool(file).refuse();
        } catch (IOException | IndexOutOfBoundsException e) {
            return file;
        }
    }

    private static final class Pool {

        private final byte[] file;
        private final ArrayList<Entry> entries = new ArrayList<>();
        private final int end;

        Pool(byte[] file) throws IOException {
            this.file = file;
            var in = new DataInputStream(new ByteArrayInputStream(file));
            in.skipNBytes(POOL);
            var count = in.readUnsignedShort();
            entries.add(null);
            while (entries.size() < count) {
                var tag = in.readUnsignedByte();
                var start = file.length - in.available();
                in.skipNBytes(
                        switch (tag) {
                            case UTF8 -> in.readUnsignedShort();
                            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 4;
                            case LONG, DOUBLE -> 8;
                            case CLASS, 8, 16, 19, 20 -> 2;
                            case 15 -> 3;
                            default -> throw new IOException("tag " + tag);
                        });
                entries.add(new Entry(tag, start, file.length - in.available()));
                if (tag == LONG || tag == DOUBLE) {
                    entries.add(null);
                }
            }
            end = file.length - in.available();
        }

        byte[] refuse() throws IOException {
            var changed = file.clone();
            var name = entries.size();
            var found = false;
            for (var entry : entries) {
                if (entry != null && entry.tag() == METHOD && isExit(entry)) {
                    changed[entry.start() + 2] = (byte) (name + 1 >> 8);
                    changed[entry.start() + 3] = (byte) (name + 1);
                    found = true;
                }
            }
            if (!found) {
                return file;
            }
            var result = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(result)) {
                out.write(changed, 0, POOL);
                out.writeShort(name + 3);
                out.write(changed, POOL + 2, end - POOL - 2);
                out.writeByte(UTF8);
                out.writeUTF(NAME);
                out.writeByte(NAME_AND_TYPE);
                out.writeShort(name);
                out.writeShort(name + 2);
                out.writeByte(UTF8);
                out.writeUTF(TYPE);
                out.write(changed, end, changed.length - end);
            }
            return result.toByteArray();
        }

        private boolean isExit(Entry method) {
            var owner = entries.get(index(method.start()));
            var signature = entries.get(index(method.start() + 2));
            return REFUSED.getOrDefault(text(index(owner.start())), Set.of()).contains(text(index(signature.start())))
                    && text(index(signature.start() + 2)).equals(TYPE);
        }

        private int index(int at) {
            return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
        }

        private String text(int index) {
            var entry = entries.get(index);
            try {
                return new DataInputStream(new ByteArrayInputStream(file, entry.start(), entry.end() - entry.start()))
                        .readUTF();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
