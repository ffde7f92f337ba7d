package io.trove.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Who listens on a port of this server's, as seen from outside. Liberty opens its ports once the application has started;
 * when another program was faster, it only logs so, and this server would run on with nobody able to reach it.
 */
enum Listening {
    NOBODY,
    THIS_SERVER,
    ANOTHER,
    /** Somebody takes connections and does not answer: another program, or this server on a machine that is very busy. */
    SILENT;

    private static final int WAIT_MS_MAX = 10_000;

    static Listening on(String scheme, String host, int port) {
        try {
            var url = URI.create(scheme + "://" + host + ":" + port + "/health/ready");
            var asked = (HttpURLConnection) url.toURL().openConnection();
            asked.setConnectTimeout(WAIT_MS_MAX);
            asked.setReadTimeout(WAIT_MS_MAX);
            if (asked instanceof HttpsURLConnection secure) {
                secure.setSSLSocketFactory(trustingAnyone());
                secure.setHostnameVerifier((name, session) -> true);
            }
            return answer(asked).contains(Ready.run()) ? THIS_SERVER : ANOTHER;
        } catch (ConnectException nobody) {
            return NOBODY;
        } catch (SocketTimeoutException noAnswer) {
            return SILENT;
        } catch (IOException noAnswerOfOurs) {
            return ANOTHER;
        }
    }

    /** Also what is answered while the database is away. */
    private static String answer(HttpURLConnection asked) throws IOException {
        boolean refused = asked.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
        try (InputStream answer = refused ? asked.getErrorStream() : asked.getInputStream()) {
            return answer == null ? "" : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Nothing is sent that anyone may not read; this server is known by the name of its run, not by its certificate. */
    private static SSLSocketFactory trustingAnyone() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Anyone implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authentication) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authentication) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
