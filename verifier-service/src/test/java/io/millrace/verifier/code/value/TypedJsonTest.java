package io.millrace.verifier.code.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1.0",
                "1000 | 1e3",
                "{\"a\":1,\"b\":2} | {\"$object\":[[\"b\",2],[\"a\",1]]}",
                "{\"$set\":[1,[2]]} | {\"$set\":[[2],1]}",
                "{\"$map\":[[1,2],[\"1\",3]]} | {\"$map\":[[\"1\",3],[1,2]]}",
                "{\"$number\":\"NaN\"} | {\"$number\":\"NaN\"}",
                "{\"$bigint\":\"7\"} | {\"$bigint\":\"07\"}",
                "\"\\u00e9\" | \"é\"",
                "\"\\ud83d\\ude00\" | \"😀\""
            })
    void takesTheSameForTheSame(String one, String other) throws NotDataException {
        assertThat(read(one, true)).isEqualTo(read(other, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | true",
                "0 | -0",
                "0 | null",
                "1 | \"1\"",
                "1 | [1]",
                "1 | {\"$bigint\":\"1\"}",
                "null | {\"$undefined\":null}",
                "[1,2] | [2,1]",
                "[[1],2] | [[1,2]]",
                "[1] | {\"$set\":[1]}",
                "{\"$set\":[1]} | {\"$set\":[1,1]}",
                "{\"a\":1} | {\"$map\":[[\"a\",1]]}",
                "{\"a\":1} | {\"a\":1,\"b\":{\"$undefined\":null}}",
                "\"é\" | \"e\\u0301\"",
                "\"\\ud800\" | \"\\udc00\"",
                "\"a\" | {\"$char\":\"a\"}",
                "{\"$number\":\"NaN\"} | {\"$number\":\"Infinity\"}",
                "[\"a\",\"b\"] | [\"a\\\",\\\"b\"]",
                "9007199254740993 | 9007199254740994"
            })
    void tellsDifferentValuesApart(String one, String other) throws NotDataException {
        assertThat(read(one, true)).isNotEqualTo(read(other, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 | 1.0", "0.0 | -0.0", "1 | 1e0", "9007199254740993 | 9007199254740992"})
    void tellsIntegersFromDoublesWhereTheLanguageDoes(String one, String other) throws NotDataException {
        assertThat(read(one, false)).isNotEqualTo(read(other, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 2",
                "[1",
                "{\"a\":1",
                "NaN",
                "'a'",
                "{\"a\":1,\"a\":2}",
                "{\"a\":1,\"$set\":[]}",
                "{\"$set\":[],\"a\":1}",
                "{\"$set\":{}}",
                "{\"$map\":[[1]]}",
                "{\"$map\":[[1,2],[1,3]]}",
                "{\"$object\":[[1,2]]}",
                "{\"$char\":\"ab\"}",
                "{\"$number\":\"one\"}",
                "{\"$bigint\":\"one\"}",
                "{\"$undefined\":1}",
                "{\"$other\":1}"
            })
    void refusesWhatIsNoSuchValue(String text) {
        assertThatThrownBy(() -> read(text, true)).isInstanceOf(NotDataException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"$set\":["})
    void readsNoDeeperThanItsStackBears(String opening) {
        assertThatThrownBy(() -> read(opening.repeat(100_000), true)).isInstanceOf(NotDataException.class);
    }

    private static String read(String text, boolean oneNumberType) throws NotDataException {
        return TypedJson.read(text.getBytes(StandardCharsets.UTF_8), oneNumberType);
    }
}
