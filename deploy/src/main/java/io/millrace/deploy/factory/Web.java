package io.millrace.deploy.factory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a page on this machine whether it is there. */
final class Web {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    private Web() {}

    static boolean answers(int port, String path) {
        URI uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
