package io.millrace.verifier.code.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonValueTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1                           | true
                    1.0                         | 1
                    -0.0                        | 0
                    9007199254740992            | 9007199254740992.0
                    1e22                        | 10000000000000000000000
                    Infinity                    | Infinity
                    {"c":[1.0,0.0]}             | 1
                    {"i":"0x10"}                | 16
                    {"i":"-0x10"}               | -16
                    [1,[true]]                  | [1.0,[1]]
                    {"u":[1]}                   | {"u":[1.0]}
                    {"s":[1,2]}                 | {"f":[2,1.0]}
                    {"m":[[1,2],[3,4]]}         | {"m":[[3,4],[true,2]]}
                    {"b":"ff"}                  | {"a":"ff"}
                    "\\u00e9"                   | "é"
                    """)
    void equalsWhatPythonHoldsEqual(String one, String other) throws Exception {
        assertThat(read(one).equalsInPython(read(other))).isTrue();
        assertThat(read(other).equalsInPython(read(one))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    1                  | 2
                    1                  | "1"
                    0                  | null
                    false              | null
                    NaN                | NaN
                    [NaN]              | [NaN]
                    9007199254740993   | 9007199254740992.0
                    0.3                | 0.30000000000000004
                    Infinity           | -Infinity
                    [1]                | {"u":[1]}
                    [1]                | {"s":[1]}
                    [1,2]              | [2,1]
                    [[1],2]            | [1,[2]]
                    ["ab","c"]         | ["a","bc"]
                    {"s":[1]}          | {"s":[1,2]}
                    {"s":[9,9]}        | {"s":[9,16]}
                    {"m":[]}           | {"s":[]}
                    {"m":[[1,2]]}      | {"m":[[2,1]]}
                    {"b":"61"}         | "a"
                    {"c":[1.0,1.0]}    | 1
                    """)
    void differsFromWhatPythonHoldsDifferent(String one, String other) throws Exception {
        assertThat(read(one).equalsInPython(read(other))).isFalse();
        assertThat(read(other).equalsInPython(read(one))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{",
                "{}",
                "1 2",
                "nonsense",
                "{\"z\":1}",
                "{\"u\":1}",
                "{\"u\":[],\"u\":[]}",
                "{\"m\":[[1]]}",
                "{\"m\":[1]}",
                "{\"i\":\"\"}",
                "{\"i\":\"0xg\"}",
                "{\"i\":1}",
                "{\"b\":\"f\"}",
                "{\"c\":[1]}",
                "{\"c\":[1,2]}",
            })
    void isNotReadOutOfWhatAProgramMadeUp(String forged) {
        assertThatThrownBy(() -> read(forged)).isInstanceOf(NotDataException.class);
    }

    @Test
    void isNotReadDeeperThanTheStackBears() {
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(NotDataException.class);
    }

    private static PythonValue read(String json) throws NotDataException {
        return PlainData.read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }
}
