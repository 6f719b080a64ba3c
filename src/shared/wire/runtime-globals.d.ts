// The two globals that every runtime of ours (Node, Chromium) has and that the ES library does not declare.
declare function btoa(binary: string): string;
declare function atob(base64: string): string;
