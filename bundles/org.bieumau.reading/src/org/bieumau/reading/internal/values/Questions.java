/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The questions that arise while a file is read, and the answers of the user. */
public final class Questions {

    private final Map<Question.Key, Answer> answers;
    private final List<Question> asked = new ArrayList<>();

    /** @param answers the earlier answers of the user */
    public Questions(Map<Question.Key, Answer> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** Returns the answer of the user, else the first possible one. */
    public Answer ask(Question question) {
        asked.add(question);
        return answers.getOrDefault(question.key(), question.answers().getFirst());
    }

    /** Returns whether the user has answered a question. Answered questions are no longer reported as doubtful. */
    public boolean isAnswered(Question question) {
        return answers.containsKey(question.key());
    }

    /** Returns the questions asked so far, in the order of the file. */
    public List<Question> asked() {
        return List.copyOf(asked);
    }
}
