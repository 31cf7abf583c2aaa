package io.millrace.schemas.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.millrace.schemas.Coordinates;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfluentRegistryTest {

    private static final Schema SCHEMA = Coordinates.getClassSchema();

    @RegisterExtension
    private final WireMockExtension server =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private ConfluentRegistry registry;

    @BeforeEach
    void connect() {
        server.stubFor(put(urlPathEqualTo("/config/lineage-value"))
                .willReturn(okJson("{\"compatibility\":\"FULL_TRANSITIVE\"}")));
        registry = new ConfluentRegistry(new RegistrySettings(
                List.of(server.baseUrl()),
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "miller:secret")));
    }

    @Test
    void demandsFullCompatibilityBeforeItRegisters() {
        server.stubFor(post(urlPathEqualTo("/subjects/lineage-value/versions")).willReturn(okJson("{\"id\":7}")));

        assertThat(registry.idOf("lineage-value", SCHEMA)).isEqualTo(7);

        server.verify(putRequestedFor(urlPathEqualTo("/config/lineage-value"))
                .withRequestBody(equalToJson("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .withBasicAuth(new BasicCredentials("miller", "secret")));
        server.verify(postRequestedFor(urlPathEqualTo("/subjects/lineage-value/versions")));
    }

    @Test
    void readsASchemaOnlyOnce() {
        String escaped = SCHEMA.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        server.stubFor(get(urlPathEqualTo("/schemas/ids/7")).willReturn(okJson("{\"schema\":\"" + escaped + "\"}")));

        assertThat(registry.schemaOf(7)).isEqualTo(SCHEMA);

        server.resetAll();
        assertThat(registry.schemaOf(7)).isEqualTo(SCHEMA);
    }

    @ParameterizedTest
    @CsvSource({"409, false", "422, false", "503, true", "429, true"})
    void tellsARefusalFromABadMoment(int status, boolean retriable) {
        server.stubFor(post(urlPathEqualTo("/subjects/lineage-value/versions"))
                .willReturn(aResponse().withStatus(status).withBody("{\"error_code\":1,\"message\":\"no\"}")));

        assertThatThrownBy(() -> registry.idOf("lineage-value", SCHEMA))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.retriable()).isEqualTo(retriable));
    }

    @Test
    void canBeTriedAgainWhenNobodyAnswers() {
        var nobody = new ConfluentRegistry(new RegistrySettings(List.of("http://127.0.0.1:1"), Map.of()));

        assertThatThrownBy(() -> nobody.schemaOf(8))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.retriable()).isTrue());
    }

    @Test
    void doesNotWaitForEverForAnAnswer() {
        server.stubFor(
                get(urlPathEqualTo("/schemas/ids/9")).willReturn(okJson("{}").withFixedDelay(60_000)));
        var impatient = new ConfluentRegistry(
                new RegistrySettings(List.of(server.baseUrl()), Map.of("http.read.timeout.ms", "100")));

        assertThatThrownBy(() -> impatient.schemaOf(9))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.retriable()).isTrue())
                .hasRootCauseInstanceOf(SocketTimeoutException.class);
        assertThat(new RegistrySettings(List.of(server.baseUrl()), Map.of()).client())
                .containsKey("http.read.timeout.ms");
    }
}
