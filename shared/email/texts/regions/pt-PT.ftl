# O que em Portugal é outro do que em pt-BR.ftl: a livre resolução do Decreto-Lei 24/2014, com os prazos da União Europeia.

trouble-withdrawal = Cliente resolveu o contrato
trouble-withdrawal-todo = O cliente exerceu o direito de livre resolução na página do pedido e recebeu um e-mail que o comprova. Retenha o pacote se ainda não saiu, indique ao cliente para onde enviar os artigos e faça o reembolso no prazo de 14 dias.
withdrawal-lead = Comunicou-nos que exerce o direito de livre resolução do contrato do pedido { $number }. A sua declaração chegou até nós em { $time }. Guarde este e-mail como prova.
withdrawal-next = Se já recebeu os artigos, envie-os de volta no prazo de 14 dias. Recebe o seu dinheiro de volta no prazo de 14 dias após a sua declaração, mas não antes de chegarem até nós os artigos ou uma prova de que os enviou.
withdraw-open = Resolver o contrato
withdraw-title = Direito de livre resolução
withdraw-lead = Pode resolver o contrato deste pedido até { $date }, sem indicar o motivo. Recebe um e-mail que o comprova, com data e hora.
withdraw-lead-early = Pode resolver o contrato deste pedido sem indicar o motivo. Recebe um e-mail que o comprova, com data e hora.
