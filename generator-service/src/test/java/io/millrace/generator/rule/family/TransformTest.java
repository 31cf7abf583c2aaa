package io.millrace.generator.rule.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformTest {

    @ParameterizedTest
    @CsvSource({
        "reverse the text, banezu, uzenab",
        "'move the first letter to the end, 3 times', banezu, ezuban",
        "'move the first letter to the end, 3 times', ba, ab",
        "'move every letter two places forward in the alphabet, with a after z', banezu, dcpgbw",
        "'move every letter one place back in the alphabet, with z before a', banezu, azmdyt",
        "'remove every vowel (a, e, i, o, u)', banezu, bnz",
        "sort the letters alphabetically, banezu, abenuz",
        "swap the first and the last letter, banezu, uanezb",
        "swap the first and the last letter, b, b",
        "keep only the first occurrence of each letter, banaba, ban",
        "append the reversed text to the text, ban, bannab"
    })
    void changesLetters(String request, String text, String expected) {
        assertThat(named(Transform.OF_LETTERS, request).change().apply(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "reverse the order of the words, pu ro Ba, Ba ro pu",
        "'reverse the letters of every word, leaving the words in place', puc ro, cup or",
        "'sort the words alphabetically, ignoring case', pu Ro ba, ba pu Ro",
        "'make the first letter of every word a capital, leaving its other letters as they are', puC ro, PuC Ro",
        "move the first word to the end, pu ro ba, ro ba pu",
        "remove the first letter of every word, puc ro, uc o"
    })
    void changesWords(String request, String text, String expected) {
        assertThat(named(Transform.OF_WORDS, request).change().apply(text)).isEqualTo(expected);
    }

    @Test
    void bothWaysOfAChangeGiveTheSame() {
        for (Transform transform : Transform.OF_LETTERS) {
            for (String text : List.of("b", "ba", "bab", "zyxaeiou", "mississippi")) {
                assertThat(transform.otherwise().apply(text))
                        .as(transform.request())
                        .isEqualTo(transform.change().apply(text));
            }
        }
        for (Transform transform : Transform.OF_WORDS) {
            for (String text : List.of("ba", "ba ba", "zu Bo an", "QUE que Na")) {
                assertThat(transform.otherwise().apply(text))
                        .as(transform.request())
                        .isEqualTo(transform.change().apply(text));
            }
        }
    }

    private static Transform named(List<Transform> transforms, String request) {
        return transforms.stream()
                .filter(transform -> transform.request().equals(request))
                .findFirst()
                .orElseThrow();
    }
}
