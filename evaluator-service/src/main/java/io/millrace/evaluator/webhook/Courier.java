package io.millrace.evaluator.webhook;

import io.millrace.schemas.model.RetryAfter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Takes events to one endpoint, signed. Of what comes back only the status and the time to wait are read. */
public final class Courier implements AutoCloseable {

    private static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", StandardCharsets.UTF_8);
    private static final int MAX_HEADERS = 100;
    private static final int MAX_LINE = 8_192;

    private final Endpoint endpoint;
    private final CloseableHttpClient client;

    public Courier(Endpoint endpoint) {
        this(endpoint, SystemDefaultDnsResolver.INSTANCE);
    }

    Courier(Endpoint endpoint, DnsResolver resolver) {
        this.endpoint = endpoint;
        DnsResolver checked = endpoint.privateAllowed() ? resolver : new PublicAddresses(resolver);
        this.client = client(checked, Timeout.of(endpoint.timeout()));
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /** Makes one attempt; the id stays the same in all of them, and the time does not. */
    public Reply post(String id, String body, Instant now) {
        var post = new HttpPost(endpoint.url());
        post.setEntity(new StringEntity(body, CLOUD_EVENT));
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader("webhook-signature", endpoint.secrets().sign(id, now, body));
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                post::cancel,
                CompletableFuture.delayedExecutor(endpoint.timeout().toMillis(), TimeUnit.MILLISECONDS));
        try {
            return reply(client.executeOpen(HttpHost.create(endpoint.url()), post, null), now);
        } catch (IOException e) {
            return new Reply.Failed(e.getClass().getSimpleName(), Optional.empty());
        } finally {
            deadline.cancel(false);
            // Closing a response reads it to its end, which there may not be.
            post.cancel();
        }
    }

    private static Reply reply(ClassicHttpResponse response, Instant now) {
        int status = response.getCode();
        if (status >= HttpStatus.SC_OK && status < HttpStatus.SC_REDIRECTION) {
            return new Reply.Taken();
        }
        if (status == HttpStatus.SC_GONE) {
            return new Reply.Gone();
        }
        Optional<Duration> wait = Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .flatMap(value -> RetryAfter.parse(value, now));
        return new Reply.Failed("status " + status, wait);
    }

    private static CloseableHttpClient client(DnsResolver resolver, Timeout timeout) {
        var bounds = Http1Config.custom()
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxLineLength(MAX_LINE)
                .build();
        HttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(bounds)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(timeout).build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("millrace")
                .build();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
