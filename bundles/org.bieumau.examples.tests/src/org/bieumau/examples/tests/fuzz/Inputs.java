/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bieumau.examples.internal.Examples;
import org.bieumau.testing.Seeds;

/** Makes the inputs of a run from the examples. An input depends only on the seed and its number. */
final class Inputs {

    /** Every input whose number is a multiple of this one is a generated file; the others are changed examples. */
    private static final int GENERATED = 8;
    /** Lines of prose are left out at random, longer ones mostly, so that more inputs can be tried in the same time. */
    private static final int LONG = 160;

    private final List<Map.Entry<String, String>> examples;
    private final long seed;

    /** @param folder gets the examples */
    Inputs(Path folder, long seed) throws IOException {
        this.seed = seed;
        var texts = new TreeMap<String, String>();
        for (var file : Examples.copyTo(folder)) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        examples = List.copyOf(texts.entrySet());
    }

    Input input(long number) {
        var random = Seeds.random(seed, number);
        if (number % GENERATED == 0) {
            var generated = new Generator(random).generate();
            return new Input(number, "generated", "", Trial.bytes(generated.text()), generated.printed());
        }
        var mutation = Mutation.values()[random.nextInt(Mutation.values().length)];
        if (random.nextInt(3) == 0) {
            var text = new Generator(random).generate().text();
            return new Input(number, mutation.title(), "generated", mutation.of(text, random), Map.of());
        }
        var example = Mutation.one(examples, random);
        return new Input(
                number,
                mutation.title(),
                example.getKey(),
                mutation.of(shortened(example.getValue(), random), random),
                Map.of());
    }

    private static String shortened(String text, Random random) {
        return text.lines()
                .filter(line -> line.contains("'''")
                        || random.nextInt(8) < (line.length() < LONG ? 6 : 1)
                        || !line.startsWith("        "))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
